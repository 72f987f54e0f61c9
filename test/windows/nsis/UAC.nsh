; In place of the plug-in of this name, which Debian doesn't have: this user is never asked, and is an administrator.
!ifndef STAND_IN_UAC
!define STAND_IN_UAC
!define UAC_IsInnerInstance `1 = 0`
!define UAC_IsAdmin `1 = 1`
!macro UAC_RunElevated
  StrCpy $0 0
!macroend
!endif
