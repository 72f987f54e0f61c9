// Who gets mail of alerts.
param groupName string
param shortName string
param emails array

resource group 'Microsoft.Insights/actionGroups@@ACTION_GROUPS_VERSION@' = {
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
