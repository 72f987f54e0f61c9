# Several environments. Each is confirmed by its own name and comes to its end before the next one begins. Where one stops, the rest stay as they are.
function Get-Wanted {
    $wanted = @($Environments | Where-Object { -not $Only -or (Test-Same $Only $_.Name) -or (Test-Same $Only $_.Id) })
    if ($wanted.Count -eq 0) { throw "This script is about no environment called $Only." }
    return $wanted
}

function Start-Each {
    Assert-SignIn
    $wanted = @(Get-Wanted)
    Write-Host "`nWhat this changes:"
    foreach ($each in $wanted) {
        $before = $script:ToDo
        & $each.Plan
        $each.Left = $script:ToDo - $before
    }
    if ($script:ToDo -eq 0) { Write-Host "`nNo changes are left." }
    if ($Show) { return }
    foreach ($each in $wanted) {
        if ($each.Left -gt 0) {
            $script:Confirmation = $each.Name
            if (-not $Yes) { Confirm-Changes }
            $script:Mode = 'change'
            Write-Host ''
            & $each.Plan
            $script:Mode = 'show'
        }
        & $each.Proof
    }
    Write-Host "`nChanged: $($script:Changed)."
}
