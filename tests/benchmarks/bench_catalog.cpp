// SPDX-License-Identifier: GPL-3.0-or-later
// A large OpenAPI document opened as a catalog in the window, and searched as one types.
//   bench_catalog OPENAPI [NOTE]
#include "app/explorer/definition_library.h"
#include "tests/benchmarks/row.h"
#include "tests/benchmarks/stall_meter.h"
#include "ui/composition.h"
#include "ui/explorer/catalog_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFile>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

ResponseBody bodyOf(const QString &path)
{
    ResponseBody body;
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || !body.append(file.readAll()))
        qFatal("%s cannot be read.", qPrintable(path));
    return body;
}

/// Types one letter more every 40 ms, and then ends the program.
class Typist final : public QObject
{
public:
    explicit Typist(QLineEdit &field)
    {
        connect(&m_timer, &QTimer::timeout, this, [this, &field] {
            static const QString typed = u"repos issues list"_s;
            if (m_length == typed.size()) {
                QCoreApplication::quit();
                return;
            }
            field.setText(typed.first(++m_length));
        });
    }
    void start() { m_timer.start(40); }

private:
    QTimer m_timer;
    qsizetype m_length = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_catalog OPENAPI [NOTE]");
    const Result<std::unique_ptr<Composition>> composition = Composition::make(application, {false, {}, {}});
    if (!composition)
        qFatal("%s", qPrintable(composition.error().message()));
    const AppServices services = (*composition)->services();
    CatalogPanel panel(services);
    panel.resize(360, 800);
    panel.show();
    auto *search = panel.findChild<QLineEdit *>(u"catalogSearch"_s);
    const auto *tree = panel.findChild<QAbstractItemView *>(u"catalogTree"_s);
    if (!search || !tree)
        qFatal("The panel has no search or no tree.");
    const ResponseBody body = bodyOf(arguments.at(1));
    AnswerSource source;
    source.url = QUrl(u"https://api.example.com/large.json"_s);
    StallMeter stall;
    QElapsedTimer timer;
    double openedMs = 0;
    Typist typist(*search);
    QObject::connect(&panel, &CatalogPanel::definitionOpened, &panel, [&] {
        openedMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        QTimer::singleShot(500, &typist, &Typist::start);
    });
    QTimer::singleShot(500, &panel, [&] {
        stall.restart();
        timer.start();
        panel.openAnswer(body, source);
    });
    QTimer::singleShot(120'000, &panel, [] { qFatal("The document was not opened."); });
    QApplication::exec();
    print({u"longest stall while that document is opened and searched"_s,
           stall.longest(),
           u"ms"_s,
           0,
           {},
           50,
           u"opened in the window after %1 ms, copy written%2"_s.arg(openedMs, 0, 'f', 0).arg(arguments.value(2))});
    return tree->model()->rowCount() > 0 ? 0 : 1;
}
