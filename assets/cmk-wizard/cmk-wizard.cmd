@echo off
rem The command line of the CMK Enablement Wizard, run by the Node.js of this computer.
where node >nul 2>nul
if errorlevel 1 (
  echo cmk-wizard needs Node.js 20.19 or newer: https://nodejs.org 1>&2
  exit /b 2
)
node "%~dp0start.mjs" %*
