# A resource that is created where it does not exist and otherwise left as it is: a PUT would replace its settings.
function Test-Resource([string] $Id, [string] $Version) { return $null -ne (Get-Arm "$($Id)?api-version=$Version") }

function New-Resource([string] $Id, [string] $Version, [string] $Body) { $null = Invoke-ArmOrStop 'PUT' "$($Id)?api-version=$Version" $Body }
