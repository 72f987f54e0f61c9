# A lock against deleting, set on the thing itself or above.
function Test-Lock([string] $Scope) {
    $path = "$Scope/providers/Microsoft.Authorization/locks?api-version=@LOCKS_VERSION@&`$filter=atScope()"
    while ($path) {
        $page = Get-Arm $path
        if ($null -eq $page) { return $false }
        if (@($page.value | Where-Object { 'CanNotDelete', 'ReadOnly' -contains (Get-Value $_ 'properties', 'level') }).Count -gt 0) { return $true }
        $next = Get-Value $page 'nextLink'
        $path = if ($next) { ([uri] $next).PathAndQuery } else { $null }
    }
    return $false
}
