# Who gets mail of alerts. People who get mail already keep getting it.
function Get-Unmailed([object] $Group, [string[]] $Emails) {
    $mailed = @(Get-Value $Group 'properties', 'emailReceivers' | Where-Object { $null -ne $_ -and -not (Test-Same (Get-Value $_ 'status') 'Disabled') } | ForEach-Object { $_.emailAddress })
    return @($Emails | Where-Object { $mailed -notcontains $_ })
}

function Test-MailAlerts([string] $Id, [string] $Body, [string[]] $Emails) {
    $group = Get-Arm "$($Id)?api-version=@ACTION_GROUPS_VERSION@"
    if ($null -eq $group -or -not (Get-Value $group 'properties', 'enabled')) { return $false }
    return @(Get-Unmailed $group $Emails).Count -eq 0
}

function Add-MailAlerts([string] $Id, [string] $Body, [string[]] $Emails) {
    $path = "$($Id)?api-version=@ACTION_GROUPS_VERSION@"
    $group = Get-Arm $path
    if ($null -ne $group) {
        $group.properties.enabled = $true
        $added = @(Get-Unmailed $group $Emails | ForEach-Object { [pscustomobject] @{ name = $_; emailAddress = $_; useCommonAlertSchema = $true } })
        $receivers = @(@(Get-Value $group 'properties', 'emailReceivers') + $added | Where-Object { $null -ne $_ })
        $group.properties | Add-Member -NotePropertyName emailReceivers -NotePropertyValue $receivers -Force
        $Body = ConvertTo-Json $group -Depth 20
    }
    $null = Invoke-ArmOrStop 'PUT' $path $Body
}
