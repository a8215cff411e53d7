// SPDX-License-Identifier: GPL-3.0-or-later
// Records entries into the history at argv[1] without end, and prints the number of each that is kept, so that whoever
// kills it knows what must not be lost.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/history.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

void recordNext(acx::History &history, int number)
{
    acx::RecordedExchange exchange;
    exchange.title = QStringLiteral("entry %1").arg(number);
    exchange.request.method = "GET";
    exchange.request.url = QUrl(QStringLiteral("https://api.example.com/v1/me"));
    acx::Exchange answer;
    answer.sentAt = QDateTime::currentDateTimeUtc();
    answer.response.status = 200;
    answer.response.url = exchange.request.url;
    if (!answer.response.body.append(QByteArray(3000, 'x')))
        std::exit(1);
    exchange.outcome = answer;
    acx::deliver(history.record(exchange), &history, [&history, number](const acx::Result<qint64> &id) {
        if (!id)
            std::exit(2);
        std::printf("%d\n", number);
        std::fflush(stdout);
        recordNext(history, number + 1);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (argc < 3)
        return 1;
    const acx::SystemClock clock;
    acx::History history(QString::fromLocal8Bit(argv[1]), clock);
    recordNext(history, QByteArray(argv[2]).toInt());
    return QCoreApplication::exec();
}
