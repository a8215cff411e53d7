// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace acx {

enum class CommandId { Deployments, Import, Profiles, Remove, Token, Decode, Call, Sandbox, Help };

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
    Kind,
    Format,
    Keys,
    Header,
    Data,
    Output,
    Include,
    Timeout,
    NoToken,
    Port,
    Tls,
};

struct OptionSpec
{
    Option option;
    const char *name;  ///< without dashes
    char letter;       ///< '\0' = none
    const char *value; ///< what stands for the value in the help; nullptr = takes none
    bool repeatable;
    const char *help;
};

struct CommandSpec
{
    CommandId command;
    const char *name;
    const char *usage; ///< arguments and own options
    const char *summary;
    const char *help; ///< more sentences; may be empty
    int minArguments;
    int maxArguments;
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
/// "--name", or "-H" where there is a letter only.
[[nodiscard]] QByteArray spelled(Option option);

} // namespace acx
