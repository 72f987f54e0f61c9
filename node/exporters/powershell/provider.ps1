# The resource provider.
function Test-Provider([string] $Subscription, [string] $Namespace) {
    $provider = Get-Arm "/subscriptions/$Subscription/providers/${Namespace}?api-version=@RESOURCES_VERSION@"
    return Test-Same (Get-Value $provider 'registrationState') 'Registered'
}

function Register-Provider([string] $Subscription, [string] $Namespace) {
    $null = Invoke-ArmOrStop 'POST' "/subscriptions/$Subscription/providers/$Namespace/register?api-version=@RESOURCES_VERSION@" ''
    $deadline = [datetime]::UtcNow.AddSeconds($ReadyTimeoutSeconds)
    while (-not (Test-Provider $Subscription $Namespace)) {
        Wait-Moment $deadline "$Namespace is still being registered. Run the script again later."
    }
}
