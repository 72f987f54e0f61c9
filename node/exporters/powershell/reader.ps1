# Reader on the policy.
function Test-Reader([string] $PolicyId, [string] $Principal, [string] $Type) {
    if ($null -eq (Get-Arm "$($PolicyId)?api-version=2020-10-30")) { return $false }
    return $null -ne (Find-Role $PolicyId $Principal $Type @ROLES_THAT_READ@)
}
