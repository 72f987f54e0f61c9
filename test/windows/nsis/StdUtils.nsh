; In place of the plug-in of this name, which Debian doesn't have: what electron-builder's script asks of it, by NSIS's own macros.
!ifndef STAND_IN_STDUTILS
!define STAND_IN_STDUTILS
!include FileFunc.nsh

!define StdUtils.GetAllParameters `!insertmacro standInForAllParameters`
!macro standInForAllParameters OUT TRUNCATED
  ${GetParameters} ${OUT}
!macroend

!define StdUtils.TestParameter `!insertmacro standInForTestParameter`
!macro standInForTestParameter OUT NAME
  ; As with each call of a plug-in: the uninstaller moves the old files there.
  InitPluginsDir
  Push $0
  Push $1
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "--${NAME}" $1
  StrCpy $1 "true"
  IfErrors 0 +2
  StrCpy $1 "false"
  ClearErrors
  Exch
  Pop $0
  Exch $1
  Pop ${OUT}
!macroend

!define StdUtils.GetParentPath `!insertmacro standInForParentPath`
!macro standInForParentPath OUT FILE
  ${GetParent} `${FILE}` ${OUT}
!macroend

; The app is a stand-in: it isn't started.
!define StdUtils.ExecShellAsUser `!insertmacro standInForExecShell`
!macro standInForExecShell OUT FILE VERB WORDS
  StrCpy ${OUT} "ok"
!macroend
!endif
