# Managed Environment. Power Platform CLI can turn it on as well, in preview: pac environment-management enable-managed-environment
function Test-Managed([string] $Id) {
    return Test-Same (Get-Value (Get-Environment $Id) 'properties', 'governanceConfiguration', 'protectionLevel') 'Standard'
}

function Enable-Managed([string] $Id) {
    $earlier = @(Get-Operations $Id)
    $settings = [pscustomobject] @{ protectionLevel = 'Standard'; settings = [pscustomobject] @{ extendedSettings = @{} } }
    $null = Set-AdminPowerAppEnvironmentGovernanceConfiguration -EnvironmentName $Id -UpdatedGovernanceConfiguration $settings
    Wait-Operation $Id $earlier { Test-Managed $Id }
}
