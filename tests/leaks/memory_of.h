// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace acx {

/// How often the bytes stand in what a process could write to: its own memory, not its files. -1: it cannot be read.
inline int countInMemory(qint64 pid, const QByteArray &bytes)
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(pid));
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    if (!maps.open(QFile::ReadOnly) || !memory.open(QFile::ReadOnly | QFile::Unbuffered))
        return -1;
    int count = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 2 || !fields[1].startsWith("rw"))
            continue;
        const QList<QByteArray> ends = fields[0].split('-');
        const qint64 begin = ends[0].toLongLong(nullptr, 16);
        const qint64 end = ends[1].toLongLong(nullptr, 16);
        if (!memory.seek(begin))
            continue;
        count += static_cast<int>(memory.read(end - begin).count(bytes));
    }
    return count;
}

} // namespace acx
