# The key vault. It counts when Azure has made it ready.
function Test-Vault([string] $Id) {
    $vault = Get-Arm "$($Id)?api-version=@KEY_VAULT_VERSION@"
    return Test-Same (Get-Value $vault 'properties', 'provisioningState') 'Succeeded'
}

function New-Vault([string] $Id, [string] $Body) {
    if (-not (Test-Resource $Id '@KEY_VAULT_VERSION@')) { New-Resource $Id '@KEY_VAULT_VERSION@' $Body }
    $deadline = [datetime]::UtcNow.AddSeconds($ReadyTimeoutSeconds)
    while (-not (Test-Vault $Id)) { Wait-Moment $deadline 'The key vault is still being made. Run the script again later.' }
}
