# The environment outside of its policy.
function Get-Held([string] $Id) { return Get-Value (Get-Environment $Id) 'properties', 'enterprisePolicies', 'customerManagedKeys' }

function Test-NoPolicy([object] $Held) {
    return (-not (Get-Value $Held 'id')) -or ('NotLinked', 'LinkFailed', 'Failed' -contains (Get-Value $Held 'linkStatus'))
}

# In none, or in the one it was changed to.
function Test-Unlinked([string] $Id, [string] $PolicyId) {
    $held = Get-Held $Id
    return (Test-NoPolicy $held) -or -not (Test-Same (Get-Value $held 'id') $PolicyId)
}

function Remove-Link([string] $Id, [string] $PolicyId, [string] $PolicyPath) {
    $held = Get-Held $Id
    $earlier = @(Get-Operations $Id)
    $newest = $earlier | Select-Object -First 1
    if ((Test-Same (Get-Value $newest 'type', 'id') 'RevertToMicrosoftKey') -and 'Running', 'NotStarted' -contains $newest.state.id) {
        Write-Host '          it runs already and is looked at until it ends'
        $earlier = @($earlier | Select-Object -Skip 1)
    }
    elseif (-not (Test-Same (Get-Value $held 'linkStatus') 'Unlinking')) {
        $systemId = Get-Value (Invoke-ArmOrStop 'GET' "$($PolicyPath)?api-version=@POLICIES_VERSION@" '') 'properties', 'systemId'
        if (-not $systemId) { throw 'The policy names no system id. Run the script again later.' }
        $null = Invoke-Platform 'POST' "/environments/$Id/enterprisePolicies/Encryption/unlink?api-version={apiVersion}" '@LINK_VERSION@' @{ SystemId = $systemId }
    }
    Wait-Operation $Id $earlier { Test-Unlinked $Id $PolicyId }
}

# The last word is the service's: the environment itself must name no policy.
function Confirm-Unlinked([string] $Id) {
    $held = Get-Held $Id
    if (-not (Test-NoPolicy $held)) { throw "The environment still names $(Get-Value $held 'id')." }
    Write-Host "`nRemoved: the environment names no encryption policy. Keep the key, the vault and the access for 30 days."
}
