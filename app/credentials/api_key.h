// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QDateTime>
#include <QString>

namespace acx {

/// Which kind of file or text a key was read from.
enum class ApiKeySource {
    ConsoleFile,        ///< apikey.json of the IBM Cloud console
    OlderConsoleFile,   ///< the same with the member apiKey (2017 to 2018)
    CommandLineFile,    ///< ibmcloud iam api-key-create --file
    IamRecord,          ///< answer of POST /v1/apikeys
    OlderIamRecord,     ///< the same in its metadata/entity shape
    ServiceCredentials, ///< credentials of one service instance, with a key of a service ID
    LabelledText,       ///< what the IBM Cloud command line prints
    PlainText,          ///< a bare key
};

enum class KeyOwner { Unknown, User, ServiceId };

/// An API key as a person downloaded it. Only `value` is secret.
struct ApiKey
{
    Secret value;
    QString name;
    QString description;
    QDateTime createdAt; ///< UTC; invalid if unknown
    QString id;          ///< ApiKey-<uuid>, if the file tells
    QString ownerId;     ///< IBMid-… or iam-ServiceId-…
    QString accountId;
    KeyOwner owner = KeyOwner::Unknown;
    ApiKeySource source = ApiKeySource::PlainText;

    bool operator==(const ApiKey &) const = default;
};

/// Client id and secret for a platform API (toolkit credentials.json, or a file with client_id and client_secret).
struct ClientCredentials
{
    QString clientId;
    Secret clientSecret;
    QString endpoint; ///< platform API base URL, if the file tells

    bool operator==(const ClientCredentials &) const = default;
};

} // namespace acx
