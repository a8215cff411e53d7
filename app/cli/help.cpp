// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help.h"

#include "app/base/app_info.h"

#include <algorithm>

namespace acx {

namespace {

constexpr qsizetype optionColumn = 26;
constexpr qsizetype commandColumn = 14;

QByteArray row(const QByteArray &left, const QByteArray &right, qsizetype column)
{
    const QByteArray start = "  " + left;
    return start.leftJustified(std::max(column, start.size() + 2)) + right + '\n';
}

QByteArray optionRow(const OptionSpec &spec)
{
    QByteArray left = spec.letter == '\0' ? QByteArray("    ") : QByteArray("-") + spec.letter + ", ";
    left += QByteArray("--") + spec.name;
    if (spec.value)
        left += QByteArray(" ") + spec.value;
    return row(left, spec.help, optionColumn + 4);
}

QByteArray commonOptions()
{
    QByteArray text = "\nOptions of every command, before or after its name:\n";
    for (const OptionSpec &spec : optionTable()) {
        if (isCommonOption(spec.option))
            text += optionRow(spec);
    }
    return text;
}

} // namespace

QByteArray helpText()
{
    QByteArray text = "Usage: acx COMMAND [ARGUMENTS] [OPTIONS]\n\n"
                      "From an IBM Cloud apikey.json to a bearer token and the API Connect APIs.\n\nCommands:\n";
    for (const CommandSpec &spec : commandTable())
        text += row(spec.name, spec.summary, commandColumn + 2);
    text += commonOptions();
    text +=
        "\nThe key: --sandbox, --key-file or --profile; else the variable IBMCLOUD_API_KEY (the key, or @FILE);\n"
        "else the only stored profile. Deployment, region and URL options are for import and for keys that are not\n"
        "stored: no option can send a stored key somewhere else.\n\n"
        "Exit status: 0 done, a complete 2xx; 1 any other final status or a refused redirect; 2 wrong use or input;\n"
        "3 keychain; 4 no answer, or one that is late, cut or malformed.\n\n"
        "Examples:\n"
        "  acx import apikey.json --name work --deployment reserved --region us-south --api-host HOST\n"
        "  acx token --format header\n"
        "  acx call GET /api/orgs\n"
        "  acx call GET /v1/me --sandbox\n";
    return text;
}

QByteArray helpText(const CommandSpec &command)
{
    QByteArray text = QByteArray("Usage: acx ") + command.name;
    if (*command.usage)
        text += QByteArray(" ") + command.usage;
    text += QByteArray(" [OPTIONS]\n\n") + command.name + ": " + command.summary + ".\n";
    if (*command.help)
        text += QByteArray(command.help) + '\n';
    if (!command.options.isEmpty()) {
        text += "\nOptions of this command:\n";
        for (const Option option : command.options)
            text += optionRow(specOf(option));
    }
    return text + commonOptions();
}

QByteArray versionText()
{
    return QByteArray("acx ") + applicationVersion + '\n';
}

} // namespace acx
