# The name the wizard itself gives an assignment (RFC 9562, version 5): whoever comes second finds the first one's.
function Get-AssignmentName([string] $Scope, [string] $Principal, [string] $Role) {
    $bytes = [byte[]] (@NAMESPACE@) + [System.Text.Encoding]::UTF8.GetBytes("$Scope`n$($Principal.ToLowerInvariant())`n$Role")
    $sha1 = [System.Security.Cryptography.SHA1]::Create()
    $hash = $sha1.ComputeHash([byte[]] $bytes)
    $hash[6] = ($hash[6] -band 0x0f) -bor 0x50
    $hash[8] = ($hash[8] -band 0x3f) -bor 0x80
    $hex = -join ($hash[0..15] | ForEach-Object { $_.ToString('x2') })
    return $hex.Substring(0, 8), $hex.Substring(8, 4), $hex.Substring(12, 4), $hex.Substring(16, 4), $hex.Substring(20, 12) -join '-'
}

# Access of the policy's identity to the vault, by role.
function Test-KeyAccess([string] $PolicyId, [string] $VaultId) {
    $principal = Get-PolicyIdentity $PolicyId
    if (-not $principal) { return $false }
    $assignment = Find-Role $VaultId $principal 'ServicePrincipal' @ROLES_THAT_WRAP@
    if ($null -eq $assignment) { return $false }
    $since = Get-Value $assignment 'properties', 'createdOn'
    if ($since) { $script:AccessGivenAt = ([datetime] $since).ToUniversalTime() }
    return $true
}

function Add-KeyAccess([string] $PolicyId, [string] $VaultId, [string] $NameScope, [string] $Definition) {
    $principal = Wait-PolicyIdentity $PolicyId
    Add-Role $VaultId (Get-AssignmentName $NameScope $principal @KEY_ACCESS_ROLE@) $principal 'ServicePrincipal' $Definition
    $script:AccessGivenAt = [datetime]::UtcNow
}
