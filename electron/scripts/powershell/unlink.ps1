# The environment outside of its policy.
function Get-Held([string] $Id) { return Get-Value (Get-Environment $Id) 'properties', 'enterprisePolicies', 'customerManagedKeys' }

function Test-Unlinked([string] $Id) {
    $held = Get-Held $Id
    return (-not (Get-Value $held 'id')) -or ('NotLinked', 'LinkFailed', 'Failed' -contains (Get-Value $held 'linkStatus'))
}

function Remove-Link([string] $Id, [string] $PolicyId, [string] $PolicyPath) {
    $held = Get-Held $Id
    if (-not (Test-Same (Get-Value $held 'id') $PolicyId)) { throw "The environment is in another encryption policy: $(Get-Value $held 'id')" }
    $earlier = @(Get-Operations $Id)
    $newest = $earlier | Select-Object -First 1
    if ((Test-Same (Get-Value $newest 'type', 'id') 'RevertToMicrosoftKey') -and 'Running', 'NotStarted' -contains $newest.state.id) {
        Write-Host '          it runs already and is looked at until it ends'
        $earlier = @($earlier | Select-Object -Skip 1)
    }
    elseif (-not (Test-Same (Get-Value $held 'linkStatus') 'Unlinking')) {
        $systemId = Get-Value (Invoke-ArmOrStop 'GET' "$($PolicyPath)?api-version=2020-10-30" '') 'properties', 'systemId'
        if (-not $systemId) { throw 'The policy names no system id. Run the script again later.' }
        $null = Invoke-Platform 'POST' "/environments/$Id/enterprisePolicies/Encryption/unlink?api-version={apiVersion}" '2019-10-01' @{ SystemId = $systemId }
    }
    Wait-Operation $Id $earlier { Test-Unlinked $Id }
}

# The last word is the service's: the environment itself must name no policy.
function Confirm-Unlinked([string] $Id) {
    if (-not (Test-Unlinked $Id)) { throw "The environment still names $(Get-Value (Get-Held $Id) 'id')." }
    Write-Host "`nRemoved: the environment names no encryption policy. Keep the key, the vault and the access for 30 days."
}
