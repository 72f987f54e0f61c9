# The key in a Managed HSM. One that exists is used: creating it again would make a second version.
function Test-HsmKey([string] $Hsm, [string] $Name) { return $null -ne (Get-AzKeyVaultKey -HsmName $Hsm -Name $Name) }

# Where another version than the named one is the latest by now, somebody has rotated already.
function Test-HsmRotation([string] $Hsm, [string] $Name, [string] $After) {
    $key = Get-AzKeyVaultKey -HsmName $Hsm -Name $Name
    if ($null -eq $key) { throw "The key $Name cannot be read in the Managed HSM $Hsm." }
    return $key.Version -ne $After
}

# A Managed HSM keeps RSA keys in hardware only.
function New-HsmKey([string] $Hsm, [string] $Name, [int] $Size) {
    $null = Add-AzKeyVaultKey -HsmName $Hsm -Name $Name -KeyType RSA -Size $Size
}
