// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace acx {

enum class CommandId {
    Deployments,
    Import,
    Profiles,
    Profile,
    Remove,
    Token,
    Decode,
    Json,
    Operations,
    Call,
    History,
    Trust,
    Sandbox,
    Help
};

enum class Option {
    // taken by every command
    Profile,
    KeyFile,
    Deployment,
    Region,
    ApiHost,
    IamUrl,
    LoginUrl,
    PlatformUrl,
    Client,
    Sandbox,
    Json,
    Help,
    Version,
    // of single commands
    Name,
    DeleteFile,
    Force,
    ReadOnly,
    ReadWrite,
    Kind,
    Format,
    Keys,
    Pointer,
    Path,
    Find,
    OpenApi,
    Header,
    Data,
    Output,
    Include,
    Timeout,
    NoToken,
    NoHistory,
    Limit,
    Fingerprint,
    RemoveTrust,
    Port,
    Tls,
};

struct OptionSpec
{
    Option option = Option::Help;
    const char *name = nullptr;  ///< without dashes
    char letter = '\0';          ///< '\0' = none
    const char *value = nullptr; ///< what stands for the value in the help; nullptr = takes none
    bool repeatable = false;
    const char *help = nullptr;
};

struct CommandSpec
{
    CommandId command = CommandId::Help;
    const char *name = nullptr;
    const char *usage = nullptr; ///< arguments and own options
    const char *summary = nullptr;
    const char *help = nullptr; ///< more sentences; may be empty
    int minArguments = 0;
    int maxArguments = 0;
    QList<Option> options; ///< besides those that every command takes
};

[[nodiscard]] const QList<OptionSpec> &optionTable();
[[nodiscard]] const QList<CommandSpec> &commandTable();
[[nodiscard]] const OptionSpec &specOf(Option option);
[[nodiscard]] const CommandSpec &specOf(CommandId command);
[[nodiscard]] const OptionSpec *findOption(QByteArrayView name);
[[nodiscard]] const OptionSpec *findOption(char letter);
[[nodiscard]] const CommandSpec *findCommand(QByteArrayView name);
[[nodiscard]] bool isCommonOption(Option option);
/// "--name".
[[nodiscard]] QByteArray spelled(Option option);

} // namespace acx
