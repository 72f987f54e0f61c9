Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$script:Mode = 'show'
$script:ToDo = 0
$script:Changed = 0
# When the policy was given access to the key; nothing when this plan gives none.
$script:AccessGivenAt = $null

# A member of what a service answered; nothing where it is absent, which strict mode would take for an error.
function Get-Value([object] $From, [string[]] $Path) {
    foreach ($name in $Path) {
        if ($null -eq $From -or $null -eq $From.PSObject.Properties[$name]) { return $null }
        $From = $From.PSObject.Properties[$name].Value
    }
    return $From
}

# Ids and words of the services come in changing case.
function Test-Same([object] $One, [object] $Other) { return ([string] $One) -ieq ([string] $Other) }

# Waits for a moment, at most until a time.
function Wait-Moment([datetime] $Deadline, [string] $Otherwise) {
    if ([datetime]::UtcNow -ge $Deadline) { throw $Otherwise }
    Start-Sleep -Seconds $PollSeconds
}

# A call to Azure Resource Manager, in whatever cloud Azure PowerShell is signed in to. A service that wants a pause gets it.
function Invoke-Arm([string] $Method, [string] $Path, [string] $Payload) {
    $call = @{ Method = $Method; Path = $Path }
    if ($Payload) { $call.Payload = $Payload }
    $answer = Invoke-AzRestMethod @call
    # An operation that was asked for may have begun although its answer was lost, so that is asked again only where it was turned away.
    $passing = if ('GET', 'PUT' -contains $Method) { 429, 503 } else { , 429 }
    for ($pauses = 0; $passing -contains $answer.StatusCode -and $pauses -lt 10; $pauses++) {
        Start-Sleep -Seconds $PollSeconds
        $answer = Invoke-AzRestMethod @call
    }
    return $answer
}

# As Invoke-Arm, but a refusal ends the script with the service's own words.
function Invoke-ArmOrStop([string] $Method, [string] $Path, [string] $Payload) {
    $answer = Invoke-Arm $Method $Path $Payload
    if ($answer.StatusCode -ge 400) { throw "$Method $Path answered $($answer.StatusCode): $($answer.Content)" }
    if ($answer.Content) { return ConvertFrom-Json -InputObject $answer.Content }
}

# Reads a resource; nothing where it does not exist.
function Get-Arm([string] $Path) {
    $answer = Invoke-Arm 'GET' $Path ''
    if ($answer.StatusCode -eq 404) { return $null }
    if ($answer.StatusCode -ge 400) { throw "GET $Path answered $($answer.StatusCode): $($answer.Content)" }
    return ConvertFrom-Json -InputObject $answer.Content
}

# One line of the plan: its title, what it changes, how it is told that it is so, how it is made so.
function Step([string] $Title, [string] $Effect, [scriptblock] $IsSo, [scriptblock] $Make) {
    if (& $IsSo) {
        Write-Host "  is so   $Title"
    }
    elseif ($script:Mode -eq 'show') {
        $script:ToDo++
        Write-Host "  to do   $Title"
        Write-Host "          $Effect"
    }
    else {
        Write-Host "  doing   $Title"
        $null = & $Make
        $script:Changed++
        Write-Host "  done    $Title"
    }
}

# Stops in another tenant than the one the plan was made for.
function Assert-SignIn {
    $context = Get-AzContext
    if ($null -eq $context) { throw "Nobody is signed in. $SignIn" }
    Write-Host "Cloud $($context.Environment.Name), tenant $($context.Tenant.Id), account $($context.Account.Id)"
    if (-not (Test-Same $context.Tenant.Id $TenantId)) { throw "Azure PowerShell is signed in to another tenant than $TenantId. $SignIn" }
}

function Confirm-Changes {
    $typed = Read-Host "`nType $Confirmation to make these changes"
    $what = if ($script:Changed -gt 0) { 'Nothing else' } else { 'Nothing' }
    if ($typed -cne $Confirmation) { throw "That is something else. $what was changed." }
}

function Start-Plan {
    Assert-SignIn
    Write-Host "`nWhat this changes:"
    Invoke-Plan
    if ($script:ToDo -eq 0) { Write-Host "`nNo changes are left." }
    if ($Show) { return }
    if ($script:ToDo -gt 0) {
        if (-not $Yes) { Confirm-Changes }
        $script:Mode = 'change'
        Write-Host ''
        Invoke-Plan
    }
    Invoke-Proof
    Write-Host "`nChanged: $($script:Changed)."
}
