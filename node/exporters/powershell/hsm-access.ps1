# Access of the policy's identity to all keys of a Managed HSM, by the HSM's own role: roles in Azure give none.
function Test-HsmAccess([string] $PolicyId, [string] $Hsm) {
    $principal = Get-PolicyIdentity $PolicyId
    if (-not $principal) { return $false }
    $given = @(Get-AzKeyVaultRoleAssignment -HsmName $Hsm -ObjectId $principal |
        Where-Object { '/', '/keys' -contains $_.Scope -and @LOCAL_ROLES_THAT_WRAP@ -contains $_.RoleDefinitionName })
    return $given.Count -gt 0
}

function Add-HsmAccess([string] $PolicyId, [string] $Hsm) {
    $principal = Wait-PolicyIdentity $PolicyId
    $null = New-AzKeyVaultRoleAssignment -HsmName $Hsm -RoleDefinitionName @LOCAL_KEY_ACCESS_ROLE@ -ObjectId $principal -Scope '/keys'
    $script:AccessGivenAt = [datetime]::UtcNow
}
