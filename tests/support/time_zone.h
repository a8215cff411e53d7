// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QtEndian>

#include <ctime>

namespace acx {

/// Puts this program into another time zone, as a traveller's computer is put there while it runs; back at the end.
class TimeZone final
{
public:
    /// A zone in the form of POSIX ("ABC-14" is 14 hours ahead), or ":" and a zone file.
    explicit TimeZone(const QByteArray &zone)
        : m_before(qgetenv("TZ"))
        , m_wasSet(qEnvironmentVariableIsSet("TZ"))
    {
        change(zone);
    }
    ~TimeZone()
    {
        if (m_wasSet)
            change(m_before);
        else
            qunsetenv("TZ");
        ::tzset();
    }
    Q_DISABLE_COPY_MOVE(TimeZone)

    static void change(const QByteArray &zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }

    /// A zone file (RFC 8536, version 1) of one fixed offset.
    static bool write(const QString &path, int offsetSeconds)
    {
        QByteArray bytes = "TZif" + QByteArray(16, '\0');
        const auto add = [&bytes](qint32 number) {
            const qint32 big = qToBigEndian(number);
            bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        };
        for (const qint32 count : {0, 0, 0, 0, 1, 4}) // one type of local time, four letters
            add(count);
        add(offsetSeconds);
        bytes += QByteArray("\0\0ABC\0", 6);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private:
    QByteArray m_before;
    bool m_wasSet;
};

} // namespace acx
