# Reader on the policy.
function Test-Reader([string] $PolicyId, [string] $Principal, [string] $Type) {
    if ($null -eq (Get-Arm "$($PolicyId)?api-version=@POLICIES_VERSION@")) { return $false }
    return $null -ne (Find-Role $PolicyId $Principal $Type @ROLES_THAT_READ@)
}
