# The enterprise policy. One that exists is never changed: its key decides over data.
function Test-Policy([string] $Id) {
    $policy = Get-Arm "$($Id)?api-version=@POLICIES_VERSION@"
    if ($null -eq $policy) { return $false }
    $kind = Get-Value $policy 'kind'
    if (-not (Test-Same $kind 'Encryption')) { throw "There is an enterprise policy of this name, of kind $kind instead of Encryption. Choose another name." }
    return $true
}
