# Access of the policy's identity to a vault that uses access policies. "add" joins these permissions to those the identity has;
# nobody else's are touched.
function Test-KeyAccessPolicy([string] $PolicyId, [string] $VaultId) {
    $principal = Get-PolicyIdentity $PolicyId
    if (-not $principal) { return $false }
    $vault = Invoke-ArmOrStop 'GET' "$($VaultId)?api-version=@KEY_VAULT_VERSION@" ''
    $granted = @($vault.properties.accessPolicies | Where-Object { Test-Same $_.objectId $principal } | ForEach-Object { $_.permissions.keys })
    if ($granted -contains 'all') { return $true }
    return @('get', 'wrapKey', 'unwrapKey' | Where-Object { $granted -notcontains $_ }).Count -eq 0
}

function Add-KeyAccessPolicy([string] $PolicyId, [string] $VaultId) {
    $principal = Wait-PolicyIdentity $PolicyId
    $entry = @{ tenantId = $TenantId; objectId = $principal; permissions = @{ keys = @('get', 'wrapKey', 'unwrapKey') } }
    $body = ConvertTo-Json -Depth 6 @{ properties = @{ accessPolicies = @($entry) } }
    $null = Invoke-ArmOrStop 'PUT' "$VaultId/accessPolicies/add?api-version=@KEY_VAULT_VERSION@" $body
    $script:AccessGivenAt = [datetime]::UtcNow
}
