# The object id of the policy's identity; nothing while the policy names none.
function Get-PolicyIdentity([string] $PolicyId) {
    $policy = Get-Arm "$($PolicyId)?api-version=@POLICIES_VERSION@"
    foreach ($name in 'principalId', 'systemAssignedIdentityPrincipalId') {
        $principal = Get-Value $policy 'identity', $name
        if ($principal) { return $principal }
    }
}

function Wait-PolicyIdentity([string] $PolicyId) {
    $deadline = [datetime]::UtcNow.AddSeconds($ReadyTimeoutSeconds)
    while (-not ($principal = Get-PolicyIdentity $PolicyId)) { Wait-Moment $deadline 'The policy names no identity yet. Run the script again later.' }
    return $principal
}

# The oldest assignment by which one of the roles reaches a principal at a scope, given there or above, to it or to a group it is in.
# Of a group, Azure lists what was given to it by another filter, which lists those below the scope as well: below a policy there are none.
function Find-Role([string] $Scope, [string] $Principal, [string] $Type, [string[]] $Roles) {
    $filter = if ($Type -eq 'Group') { "principalId%20eq%20'$Principal'" } else { "atScope()%20and%20assignedTo('$Principal')" }
    $path = "$Scope/providers/Microsoft.Authorization/roleAssignments?api-version=@ROLES_VERSION@&`$filter=$filter"
    $found = @()
    while ($path) {
        $page = Invoke-ArmOrStop 'GET' $path ''
        $found += @($page.value | Where-Object { $Roles -contains ($_.properties.roleDefinitionId -split '/')[-1] })
        $next = Get-Value $page 'nextLink'
        $path = if ($next) { ([uri] $next).PathAndQuery } else { $null }
    }
    return $found | Sort-Object { Get-Value $_ 'properties', 'createdOn' } | Select-Object -First 1
}

# Gives a role. A new identity takes up to a minute and a half until the directory knows it everywhere.
function Add-Role([string] $Scope, [string] $Name, [string] $Principal, [string] $Type, [string] $Definition) {
    $body = ConvertTo-Json -Depth 5 @{ properties = @{ roleDefinitionId = $Definition; principalId = $Principal; principalType = $Type } }
    $path = "$Scope/providers/Microsoft.Authorization/roleAssignments/$($Name)?api-version=@ROLES_VERSION@"
    $deadline = [datetime]::UtcNow.AddSeconds($ReadyTimeoutSeconds)
    while ($true) {
        $answer = Invoke-Arm 'PUT' $path $body
        if ($answer.StatusCode -lt 400 -or $answer.Content -match 'RoleAssignmentExists') { return }
        if ($answer.Content -notmatch 'PrincipalNotFound') { throw "PUT $path answered $($answer.StatusCode): $($answer.Content)" }
        Wait-Moment $deadline 'The directory still does not know whom the role is for. Run the script again later.'
    }
}
