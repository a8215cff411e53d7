// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_text.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isHexDigit(ushort unit)
{
    return (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f') || (unit >= 'A' && unit <= 'F');
}

/// In quotes, ASCII only. An escape has no end of its own: a digit behind it is escaped as well.
QByteArray quoted(const QString &text)
{
    QByteArray result = "\"";
    bool isAfterEscape = false;
    for (const QChar c : text) {
        const ushort unit = c.unicode();
        const bool isPlain = unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\' && unit != '%';
        if (isPlain && !(isAfterEscape && isHexDigit(unit))) {
            result += char(unit);
            isAfterEscape = false;
        } else {
            result += "\\x" + QByteArray::number(unit, 16);
            isAfterEscape = true;
        }
    }
    return result + '"';
}

/// A first @ is a mark of QSettings.
QByteArray textValue(const QString &text)
{
    return quoted(text.startsWith(u'@') ? u'@' + text : text);
}

QByteArray listValue(const QStringList &list)
{
    QByteArray result;
    for (const QString &text : list)
        result += (result.isEmpty() ? "" : ", ") + textValue(text);
    return list.isEmpty() ? "@Invalid()" : result;
}

QByteArray valueText(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return textValue(value.toString());
    case QMetaType::QStringList:
        return listValue(value.toStringList());
    case QMetaType::QByteArray:
        return quoted("@ByteArray("_L1 + QString::fromLatin1(value.toByteArray()) + u')');
    case QMetaType::Int:
    case QMetaType::LongLong:
        return QByteArray::number(value.toLongLong());
    case QMetaType::Bool:
        return value.toBool() ? "true" : "false";
    default:
        return {};
    }
}

/// Group and name as QSettings spells them: letters, digits and . _ - only, which is what this program uses.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'.' || c == u'_' || c == u'-';
    });
}

} // namespace

SettingsMap readSettings(const QString &path)
{
    const QSettings settings(path, QSettings::IniFormat);
    SettingsMap values;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        values.insert(key, settings.value(key));
    return values;
}

QByteArray settingsText(const SettingsMap &values)
{
    QByteArray result;
    QString open;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const QString group = it.key().section(u'/', 0, 0);
        const QString name = it.key().section(u'/', 1);
        const QByteArray value = valueText(it.value());
        if (value.isEmpty() || !isPlainName(group) || !isPlainName(name))
            continue;
        if (group != open)
            result += (result.isEmpty() ? "[" : "\n[") + group.toLatin1() + "]\n";
        open = group;
        result += name.toLatin1() + '=' + value + '\n';
    }
    return result;
}

} // namespace acx
