// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/theme/theme.h"
#include "ui/theme/theme_values.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyColourIsDistinctByTheme()
    {
        const ThemeValues values = ThemeValues::load();
        for (const Colour colour : allColours()) {
            QVERIFY2(values.colour(colour, false).isValid(), qPrintable(colourName(colour)));
            QVERIFY2(values.colour(colour, false) != values.colour(colour, true), qPrintable(colourName(colour)));
        }
    }

    void textIsReadable_data()
    {
        QTest::addColumn<Colour>("text");
        QTest::addColumn<Colour>("ground");
        const QList<Colour> grounds{Colour::Window, Colour::Surface, Colour::SurfaceAlt};
        for (const Colour text :
             {Colour::Text, Colour::TextMuted, Colour::Accent, Colour::Danger, Colour::Success, Colour::Warning}) {
            for (const Colour ground : grounds)
                QTest::addRow("%s on %s", qPrintable(colourName(text)), qPrintable(colourName(ground)))
                    << text << ground;
        }
        const QList<std::pair<Colour, Colour>> more{
            {Colour::AccentText, Colour::Accent},    {Colour::Accent, Colour::AccentSoft},
            {Colour::Text, Colour::AccentSoft},      {Colour::Success, Colour::SuccessSoft},
            {Colour::Warning, Colour::WarningSoft},  {Colour::Danger, Colour::DangerSoft},
            {Colour::Text, Colour::DangerSoft},      {Colour::Text, Colour::WarningSoft},
            {Colour::TextMuted, Colour::AccentSoft}, {Colour::Get, Colour::Surface},
            {Colour::Post, Colour::Surface},         {Colour::Put, Colour::Surface},
            {Colour::Patch, Colour::Surface},        {Colour::Delete, Colour::Surface}};
        for (const auto &pair : more)
            QTest::addRow("%s on %s", qPrintable(colourName(pair.first)), qPrintable(colourName(pair.second)))
                << pair.first << pair.second;
    }
    void textIsReadable()
    {
        QFETCH(Colour, text);
        QFETCH(Colour, ground);
        const ThemeValues values = ThemeValues::load();
        for (const bool dark : {false, true}) {
            const double ratio = contrast(values.colour(text, dark), values.colour(ground, dark));
            QVERIFY2(ratio >= 4.5, qPrintable(u"%1 in %2"_s.arg(ratio).arg(dark ? u"dark"_s : u"light"_s)));
        }
    }

    void modeIsForced()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(!theme.isDark()); // the off-screen platform is light
        theme.setMode(ThemeMode::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(Colour::Window));
        QVERIFY(qApp->styleSheet().contains(theme.colour(Colour::Accent).name()));
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(changed.size(), 1); // nothing changed
        theme.setMode(ThemeMode::Light);
        QVERIFY(!theme.isDark());
        QCOMPARE(changed.size(), 2);
        theme.setMode(ThemeMode::System);
        QVERIFY(!theme.isDark());
        QCOMPARE(theme.mode(), ThemeMode::System);
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(Colour::Window));
    }

    void forcedModeStaysWhenTheSystemChanges()
    {
        Theme theme(*qApp);
        theme.setMode(ThemeMode::Dark);
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(qApp, &event);
        QVERIFY(theme.isDark());
        theme.setMode(ThemeMode::System);
        QEvent again(QEvent::ThemeChange);
        QCoreApplication::sendEvent(qApp, &again);
        QVERIFY(!theme.isDark());
    }

    void styleSheetIsFilledIn()
    {
        const Theme theme(*qApp);
        const QRegularExpressionMatch open =
            QRegularExpression(u"@\\w+@(?=[^/]*[;{])"_s)
                .match(qApp->styleSheet().remove(u"/* @name@ stands for a value of theme.json. */"_s));
        QVERIFY2(!open.hasMatch(), qPrintable(open.captured()));
    }

    void iconsAreDrawnInTheirColour()
    {
        Theme theme(*qApp);
        const QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(names.size() > 20);
        for (QString name : names) {
            if (name == "app.svg"_L1)
                continue;
            name.chop(4);
            for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
                theme.setMode(mode);
                const QColor wanted = theme.colour(Colour::Accent);
                const QImage image = theme.icon(name, Colour::Accent).pixmap(QSize(36, 36)).toImage();
                int strong = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x) {
                        const QColor pixel = image.pixelColor(x, y);
                        if (pixel.alpha() > 250) {
                            ++strong;
                            QVERIFY2(std::abs(pixel.red() - wanted.red()) < 4, qPrintable(name));
                        }
                    }
                }
                QVERIFY2(strong > 4, qPrintable(name));
            }
        }
    }

    void fontsComeFromTheTheme()
    {
        const Theme theme(*qApp);
        QCOMPARE(QApplication::font().pixelSize(), 13);
        QCOMPARE(theme.font(FontRole::Title).pixelSize(), 20);
        QVERIFY(QFontInfo(theme.font(FontRole::Mono)).fixedPitch());
        QCOMPARE(theme.size(u"topBar"_s), 52);
        QCOMPARE(theme.radius(u"card"_s), 10);
    }

    void methodsHaveTheirColours()
    {
        const Theme theme(*qApp);
        QCOMPARE(theme.methodColour(u"delete"_s), theme.colour(Colour::Delete));
        QCOMPARE(theme.methodColour(u"GET"_s), theme.colour(Colour::Get));
        QCOMPARE(theme.methodColour(u"PROPFIND"_s), theme.colour(Colour::TextMuted));
    }

    void noColourStandsOutsideTheTheme()
    {
        const QRegularExpression literal(
            u"#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{8}\\b|QColor\\(\\s*[0-9]|QColor\\(\\s*u?\"|QRgb|qRgba?\\("
            "|QColor::from|Qt::(white|black|red|green|blue|cyan|magenta|yellow|gray|darkGray|lightGray|dark[A-Z]\\w+)\\b"_s);
        const QDir root(QStringLiteral(ACX_TEST_SOURCES));
        int files = 0;
        for (const QString &folder : {u"ui"_s, u"resources/icons"_s}) {
            QDirIterator all(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s, u"*.svg"_s, u"*.qss"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
            while (all.hasNext()) {
                const QString path = root.relativeFilePath(all.next());
                if (path.startsWith("ui/theme/"_L1) || path.endsWith("/app.svg"_L1)) // the program's own emblem
                    continue;
                ++files;
                QFile file(root.filePath(path));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QRegularExpressionMatch match = literal.match(QString::fromUtf8(file.readAll()));
                QVERIFY2(!match.hasMatch(), qPrintable(u"%1: %2"_s.arg(path, match.captured())));
            }
        }
        QVERIFY(files > 60);
    }
};

ACX_WIDGET_TEST_MAIN(TestTheme)
#include "test_theme.moc"
