# The key. One that exists is used: creating it again would make a second version. While the vault does not exist there is none.
function Test-Key([string] $VaultId, [string] $Vault, [string] $Name) {
    if ($null -eq (Get-Arm "$($VaultId)?api-version=@KEY_VAULT_VERSION@")) { return $false }
    return $null -ne (Get-AzKeyVaultKey -VaultName $Vault -Name $Name)
}

function New-Key([string] $Vault, [string] $Name, [int] $Size) {
    $null = Add-AzKeyVaultKey -VaultName $Vault -Name $Name -Destination Software -KeyType RSA -Size $Size
}
