// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace acx {

class AppSettings;
class Clock;
class DefinitionLibrary;
class DeploymentCatalog;
class DraftStore;
class FileChooser;
class History;
class HttpClient;
class LiveValues;
class JwtVerifier;
class NetworkSetup;
class ProfileService;
class RequestSender;
class SandboxProcess;
class SecretClipboard;
class SecretStore;
class Session;
class Theme;
class TokenBroker;
class TrustStore;

/// What main.cpp built, handed down to the screens by reference. Owns nothing; everything outlives the window.
struct AppServices
{
    const Clock &clock;
    const DeploymentCatalog &deployments;
    AppSettings &settings;
    TrustStore &trust;
    NetworkSetup &network;
    Theme &theme;
    HttpClient &http;
    SecretStore &keychain;
    SecretStore &sessionStore;
    ProfileService &profiles;
    TokenBroker &broker;
    JwtVerifier &verifier;
    RequestSender &sender;
    SandboxProcess &sandbox;
    Session &session;
    SecretClipboard &clipboard;
    FileChooser &files;
    DefinitionLibrary &definitions;
    History &history;
    DraftStore &drafts;
    LiveValues &liveValues;
};

} // namespace acx
