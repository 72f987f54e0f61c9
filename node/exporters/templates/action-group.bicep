// Who gets mail of alerts.
param groupName string
param shortName string
param emails array

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: groupName
  location: 'Global'
  properties: {
    groupShortName: shortName
    enabled: true
    emailReceivers: [
      for email in emails: {
        name: email
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}
