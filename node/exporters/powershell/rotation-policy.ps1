# When the key is renewed by itself. A policy that renews it already is left alone.
function Test-RotationPolicy([string] $Vault, [string] $Name) {
    $policy = Get-AzKeyVaultKeyRotationPolicy -VaultName $Vault -Name $Name
    return @($policy.LifetimeActions | Where-Object { "$($_.Action)" -eq 'Rotate' -and ($_.TimeAfterCreate -or $_.TimeBeforeExpiry) }).Count -gt 0
}

function Set-RotationPolicy([string] $Vault, [string] $Name, [string] $After, [string] $Notify, [string] $Lasts) {
    $actions = @{ Action = 'Rotate'; TimeAfterCreate = $After }, @{ Action = 'Notify'; TimeBeforeExpiry = $Notify }
    $null = Set-AzKeyVaultKeyRotationPolicy -VaultName $Vault -Name $Name -ExpiresIn $Lasts -KeyRotationLifetimeAction $actions
}
