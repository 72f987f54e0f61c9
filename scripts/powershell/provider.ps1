# The resource provider.
function Test-Provider([string] $Subscription) {
    $provider = Get-Arm "/subscriptions/$Subscription/providers/Microsoft.PowerPlatform?api-version=2021-04-01"
    return Test-Same (Get-Value $provider 'registrationState') 'Registered'
}

function Register-Provider([string] $Subscription) {
    $null = Invoke-ArmOrStop 'POST' "/subscriptions/$Subscription/providers/Microsoft.PowerPlatform/register?api-version=2021-04-01" ''
    $deadline = [datetime]::UtcNow.AddSeconds($ReadyTimeoutSeconds)
    while (-not (Test-Provider $Subscription)) {
        Wait-Moment $deadline 'Microsoft.PowerPlatform is still being registered. Run the script again later.'
    }
}
