// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/credentials/api_key.h"
#include "app/credentials/small_file.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace acx {

/// What was read from a file or text that a person gave.
struct ApiKeyImport
{
    ApiKey key;
    /// Sentences for the person: unusual form, key of a service ID, service credentials, trailing text, …
    QStringList warnings;
    /// Set when the value begins with { or " or ends with } or ": the window may import it on the person's word, acx
    /// refuses it. Names the characters.
    std::optional<Error> stop;
};

/// Reads what a person downloaded from IBM Cloud. Every refusal is an Error whose sentence says what the file is, and
/// whose next step says where to get the right one. No Error holds any part of the content.
class ApiKeyFile final
{
public:
    static constexpr qint64 maximumSize = 1024LL * 1024; ///< bytes

    /// Opens without blocking: folders, devices, pipes and links are refused; what the program was started with
    /// (/dev/stdin, /dev/fd/3) is read if it is a file. Kinds: NotFound, Disk, TooLarge, InvalidInput.
    /// FileLinks::Followed is for a name that an administrator gives: mounted secrets of Kubernetes are links.
    [[nodiscard]] static Result<ApiKeyImport> readFile(const QString &path, FileLinks links = FileLinks::Refused);
    /// The bytes of a file, of standard input, or pasted text: UTF-8 or UTF-16 with or without byte order mark.
    [[nodiscard]] static Result<ApiKeyImport> readBytes(const QByteArray &bytes);
    /// credentials.json of the API Connect toolkit, or any object with client_id and client_secret.
    [[nodiscard]] static Result<ClientCredentials> readClient(const QByteArray &bytes);
    /// The same of a file, opened as by readFile().
    [[nodiscard]] static Result<ClientCredentials> readClientFile(const QString &path);
};

/// What a person should know about the file that a key came from.
struct KeyFileSurroundings
{
    bool readableByOthers = false; ///< group or others may read it
    QString gitFolder;             ///< the work tree it lies in, if any
    QString syncFolder;            ///< the synchronised folder it lies in (Dropbox, OneDrive, …), if any
    [[nodiscard]] QStringList warnings() const;
};
[[nodiscard]] KeyFileSurroundings inspectKeyFile(const QString &path);

/// Deletes the key file for good: not to the trash, where the key would stay readable. Refuses if the file no longer
/// holds that key. A link is removed together with the file it points to only if the person named the file itself:
/// links are refused.
[[nodiscard]] Status deleteKeyFile(const QString &path, const Secret &expectedKey);

} // namespace acx
