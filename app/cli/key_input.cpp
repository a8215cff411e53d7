// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/key_input.h"

#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/credentials/api_key_file.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr char keyVariable[] = "IBMCLOUD_API_KEY";

/// A file that is too large is wrong input here, and not an answer that was cut.
Error asInput(Error error)
{
    if (error.kind == ErrorKind::TooLarge)
        error.kind = ErrorKind::InvalidInput;
    return error;
}

Result<ApiKey> accept(Context &context, const Result<ApiKeyImport> &import)
{
    if (!import)
        return fail(asInput(import.error()));
    for (const QString &warning : import->warnings)
        context.out().warning(warning);
    if (import->stop)
        return fail(*import->stop);
    return import->key;
}

} // namespace

Result<ApiKey> readKeyFrom(Context &context, const QString &file)
{
    if (file == "-"_L1) {
        const Result<QByteArray> bytes =
            readStandardInput(context.out(), ApiKeyFile::maximumSize, u"Paste the API key; it is not shown."_s, true);
        if (!bytes)
            return fail(bytes.error());
        return accept(context, ApiKeyFile::readBytes(*bytes));
    }
    if (looksLikeKey(file) && !QFileInfo::exists(file))
        return fail(
            ErrorKind::NotFound, u"There is no file of that name."_s,
            u"An API key itself must not stand on a command line, where others can see it: give it in a file, or on "
            "standard input with -."_s);
    return accept(context, ApiKeyFile::readFile(file));
}

bool environmentHasKey()
{
    return !qEnvironmentVariableIsEmpty(keyVariable);
}

Result<ApiKey> readKeyFromEnvironment(Context &context)
{
    const QByteArray value = qgetenv(keyVariable);
    const QString file = value.startsWith('@') ? QString::fromUtf8(value.mid(1)) : QString();
    Result<ApiKey> key = accept(context, value.startsWith('@') ? ApiKeyFile::readFile(file, FileLinks::Followed)
                                                               : ApiKeyFile::readBytes(value));
    if (key)
        return key;
    Error error = key.error();
    error.technical += (error.technical.isEmpty() ? u""_s : u"\n"_s) + u"The key was read from IBMCLOUD_API_KEY."_s;
    return fail(error);
}

Result<std::optional<ClientCredentials>> readClientOption(Context &context)
{
    if (!context.line().has(Option::Client))
        return std::optional<ClientCredentials>();
    Result<ClientCredentials> client = ApiKeyFile::readClientFile(context.line().text(Option::Client));
    if (!client)
        return fail(asInput(client.error()));
    return std::optional<ClientCredentials>(*std::move(client));
}

} // namespace acx
