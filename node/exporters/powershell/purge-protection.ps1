# Purge protection, sent alone, so that no other setting of the vault is touched.
function Test-PurgeProtection([string] $Id) {
    return Test-Same (Get-Value (Invoke-ArmOrStop 'GET' "$($Id)?api-version=@KEY_VAULT_VERSION@" '') 'properties', 'enablePurgeProtection') 'True'
}

function Enable-PurgeProtection([string] $Id) {
    $null = Invoke-ArmOrStop 'PATCH' "$($Id)?api-version=@KEY_VAULT_VERSION@" '{"properties":{"enablePurgeProtection":true}}'
}
