# The environment's place in the policy: the policy's id as the services write it, and as an address.
function Get-Link([string] $Id) { return Get-Value (Get-Environment $Id) 'properties', 'enterprisePolicies', 'customerManagedKeys' }

function Test-Link([string] $Id, [string] $PolicyId) {
    $link = Get-Link $Id
    return (Test-Same (Get-Value $link 'id') $PolicyId) -and (Test-Same (Get-Value $link 'linkStatus') 'Linked')
}

# Microsoft's scripts say that new access can take 5 minutes to count. Adding the environment earlier cuts users off and then fails.
function Wait-Access {
    if ($null -eq $script:AccessGivenAt) { return }
    $left = [math]::Min($AccessWaitSeconds, [math]::Ceiling(($script:AccessGivenAt.AddSeconds($AccessWaitSeconds) - [datetime]::UtcNow).TotalSeconds))
    if ($left -le 0) { return }
    Write-Host "          waiting $left seconds until the access counts everywhere"
    Start-Sleep -Seconds $left
}

function Add-Link([string] $Id, [string] $PolicyId, [string] $PolicyPath) {
    $link = Get-Link $Id
    $present = Get-Value $link 'id'
    $status = Get-Value $link 'linkStatus'
    if ($present -and -not (Test-Same $present $PolicyId) -and 'NotLinked', 'LinkFailed', 'Failed' -notcontains $status) {
        throw "The environment is in another encryption policy: $present"
    }
    $earlier = @(Get-Operations $Id)
    $newest = $earlier | Select-Object -First 1
    $isKeyOperation = ([string] (Get-Value $newest 'type', 'id')) -like '*CustomerManagedKey'
    if ($isKeyOperation -and 'Running', 'NotStarted' -contains $newest.state.id) {
        Write-Host '          it runs already and is looked at until it ends'
        $earlier = @($earlier | Select-Object -Skip 1)
    }
    elseif (-not (Test-Same $status 'Linking')) {
        Wait-Access
        $systemId = Get-Value (Invoke-ArmOrStop 'GET' "$($PolicyPath)?api-version=@POLICIES_VERSION@" '') 'properties', 'systemId'
        if (-not $systemId) { throw 'The policy names no system id yet. Run the script again later.' }
        # Only this route: the one with the administrator's scope does not exist for policies.
        $null = Invoke-Platform 'POST' "/environments/$Id/enterprisePolicies/Encryption/link?api-version={apiVersion}" '@LINK_VERSION@' @{ SystemId = $systemId }
    }
    Wait-Operation $Id $earlier { Test-Link $Id $PolicyId }
}

# The last word is the service's: the environment itself must name the policy.
function Confirm-Link([string] $Id, [string] $PolicyId) {
    $link = Get-Link $Id
    $state = "$(Get-Value $link 'id'), status $(Get-Value $link 'linkStatus')"
    if (-not (Test-Link $Id $PolicyId)) { throw "The environment names $state." }
    Write-Host "`nLinked: the environment names $state."
}
