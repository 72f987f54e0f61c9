# A new version of the key. Where another version than the named one is the latest by now, somebody has rotated already.
function Test-Rotation([string] $Vault, [string] $Name, [string] $After) {
    $key = Get-AzKeyVaultKey -VaultName $Vault -Name $Name
    if ($null -eq $key) { throw "The key $Name cannot be read in the key vault $Vault." }
    return $key.Version -ne $After
}

function New-Rotation([string] $Vault, [string] $Name, [int] $Size, [string] $Destination) {
    $null = Add-AzKeyVaultKey -VaultName $Vault -Name $Name -Destination $Destination -KeyType RSA -Size $Size
}
