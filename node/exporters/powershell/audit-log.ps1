# The audit log of the key store.
function Test-AuditLog([string] $Id, [string] $Workspace) {
    $settings = Get-Arm "$Id/providers/Microsoft.Insights/diagnosticSettings?api-version=@AUDIT_LOGS_VERSION@"
    if ($null -eq $settings) { return $false }
    foreach ($setting in $settings.value) {
        $audits = @($setting.properties.logs | Where-Object { $_.enabled -and ('AuditEvent', 'audit', 'allLogs' -contains (Get-Value $_ 'category') -or 'audit', 'allLogs' -contains (Get-Value $_ 'categoryGroup')) })
        if ($audits.Count -gt 0 -and (Test-Same (Get-Value $setting 'properties', 'workspaceId') $Workspace)) { return $true }
    }
    return $false
}
