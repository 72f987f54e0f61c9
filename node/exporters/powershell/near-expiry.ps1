# The alert before a key expires.
function Test-NearExpiry([string] $Vault, [string] $Group) {
    $path = "$Vault/providers/Microsoft.EventGrid/eventSubscriptions?api-version=@EVENTS_VERSION@"
    while ($path) {
        $page = Get-Arm $path
        if ($null -eq $page) { return $false }
        foreach ($subscription in $page.value) {
            $destination = Get-Value $subscription 'properties', 'destination'
            $types = @(Get-Value $subscription 'properties', 'filter', 'includedEventTypes' | Where-Object { $_ })
            if (-not (Test-Same (Get-Value $destination 'endpointType') 'MonitorAlert')) { continue }
            if ($types.Count -gt 0 -and $types -notcontains '@NEAR_EXPIRY_EVENT@') { continue }
            if (@(Get-Value $destination 'properties', 'actionGroups') -contains $Group) { return $true }
        }
        $next = Get-Value $page 'nextLink'
        $path = if ($next) { ([uri] $next).PathAndQuery } else { $null }
    }
    return $false
}
