# The Power Platform administration API, through Microsoft's administration module, which knows where it is and how to sign in.
function Invoke-Platform([string] $Method, [string] $Path, [string] $Version, [object] $Body) {
    $call = @{
        Method = $Method
        Route = "https://{bapEndpoint}/providers/Microsoft.BusinessAppPlatform$Path"
        ApiVersion = $Version
        ThrowOnFailure = $true
    }
    if ($null -ne $Body) { $call.Body = $Body }
    return InvokeApi @call
}

function Get-Environment([string] $Id) {
    $path = "/scopes/admin/environments/$($Id)?`$expand=properties%2FenterprisePolicies%2Cproperties.permissions&api-version={apiVersion}"
    return Invoke-Platform 'GET' $path '@ENVIRONMENTS_VERSION@' $null
}

# The environment's operations, newest first; none when the service does not tell.
function Get-Operations([string] $Id) {
    try {
        $answer = Invoke-Platform 'GET' "/lifecycleOperations?api-version={apiVersion}&`$filter=environment%20eq%20'$Id'" '@OPERATIONS_VERSION@' $null
        return @(Get-Value $answer 'value' | Where-Object { $null -ne $_ })
    }
    catch {
        Write-Verbose "The environment's operations could not be read: $_"
        return @()
    }
}

# Looks until something holds. Stops when an operation that was not among the earlier ones ended badly.
function Wait-Operation([string] $Id, [object[]] $Earlier, [scriptblock] $Holds) {
    $deadline = [datetime]::UtcNow.AddSeconds($OperationTimeoutSeconds)
    $known = @($Earlier | ForEach-Object { $_.id })
    $told = ''
    while (-not (& $Holds)) {
        $newest = Get-Operations $Id | Where-Object { $known -notcontains $_.id } | Select-Object -First 1
        if ($newest) {
            $line = "$(Get-Value $newest 'type', 'id'): $($newest.state.id) (operation $($newest.id))"
            if ($line -ne $told) { Write-Host "          $line" }
            $told = $line
            if ('Failed', 'Canceled', 'Cancelled' -contains $newest.state.id) {
                throw "Operation $($newest.id) ended $($newest.state.id). The admin center's history of the environment says more; the environment can be added again."
            }
        }
        Wait-Moment $deadline 'The operation still runs, and goes on by itself. Run the script again later: it looks on.'
    }
}
