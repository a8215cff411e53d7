// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trust/certificate_dialog.h"

#include "app/base/visible_text.h"
#include "app/network/host_and_port.h"
#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int dialogWidth = 620; // pixels
constexpr qsizetype mostNames = 12;
constexpr qsizetype roomForNames = 400; // characters

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString namesText(const QStringList &names)
{
    QString shown;
    qsizetype count = 0;
    for (; count < qMin(names.size(), mostNames); ++count) {
        if (count > 0 && shown.size() + names[count].size() > roomForNames)
            break;
        shown += count > 0 ? ", "_L1 + names[count] : names[count];
    }
    if (count == names.size())
        return shown;
    return CertificateDialog::tr("%1 and %n more", nullptr, int(names.size() - count)).arg(shown);
}

/// Labels break lines between words only, and would cut a longer one off.
QString withBreaks(const QString &text)
{
    constexpr int longestWord = 48; // characters
    constexpr QChar mayBreak(0x200B);
    QString result;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord && !c.isLowSurrogate()) {
            result += mayBreak;
            length = 1;
        }
        result += c;
    }
    return result;
}

} // namespace

QString fingerprintLines(const QByteArray &sha256)
{
    const qsizetype half = sha256.size() / 2;
    return fingerprintText(sha256.first(half)) + ":\n"_L1 + fingerprintText(sha256.sliced(half));
}

CertificateDialog::CertificateDialog(const RefusedCertificate &certificate, bool replaces, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"certificateDialog"_s);
    setWindowTitle(tr("Certificate of %1").arg(hostAndPortText(certificate.host, certificate.port)));
    QLabel *title = makeParagraph(replaces ? tr("This is another certificate than the one you trusted")
                                           : tr("Nobody vouches for this certificate"),
                                  LabelKind::Heading, this);
    QLabel *text = makeParagraph(
        tr("What it says about itself may be made up. Ask whoever runs the server for the fingerprint, by phone for "
           "example, and compare the two. If they differ, somebody is between you and the server."),
        LabelKind::Body, this);
    text->setObjectName(u"certificateText"_s);
    QLabel *meaning = makeParagraph(
        tr("Trusting it means: keys, tokens and data go to %1 as long as it shows this very certificate. It holds for "
           "no other host and no other port, ends when the certificate expires, and can be taken back in the settings.")
            .arg(hostAndPortText(certificate.host, certificate.port)),
        LabelKind::Muted, this);
    meaning->setObjectName(u"certificateMeaning"_s);
    auto *layout = new QVBoxLayout(this);
    const int margin = Theme::space(Space::Xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(buildFacts(certificate));
    layout->addWidget(meaning);
    layout->addWidget(buildButtons());
    setFixedWidth(dialogWidth);
}

void CertificateDialog::showEvent(QShowEvent *event)
{
    // Wrapped lines ask for more height than they need.
    setFixedHeight(layout()->totalHeightForWidth(width()));
    QDialog::showEvent(event);
}

QWidget *CertificateDialog::buildFacts(const RefusedCertificate &certificate)
{
    const CertificateFacts &facts = certificate.facts;
    QFrame *card = makeCard(this);
    auto *grid = new QGridLayout(card);
    const int margin = Theme::space(Space::L);
    grid->setContentsMargins(margin, margin, margin, margin);
    grid->setHorizontalSpacing(Theme::space(Space::L));
    grid->setVerticalSpacing(Theme::space(Space::S));
    grid->setColumnStretch(1, 1);
    addFact(*grid, tr("Server"), u"certificateServer"_s, hostAndPortText(certificate.host, certificate.port));
    addFact(*grid, tr("Subject"), u"certificateSubject"_s, facts.subject);
    addFact(*grid, tr("Issuer"), u"certificateIssuer"_s,
            facts.issuer == facts.subject ? tr("itself (self-signed)") : facts.issuer);
    addFact(*grid, tr("Valid"), u"certificateValidity"_s,
            tr("%1 to %2").arg(timeText(facts.validFrom), timeText(facts.validUntil)));
    addFact(*grid, tr("Names"), u"certificateNames"_s, namesText(facts.names));
    addFact(*grid, tr("Key"), u"certificateKey"_s, facts.key);
    addFact(*grid, tr("SHA-256"), u"certificateFingerprint"_s, fingerprintLines(facts.sha256), true);
    return card;
}

void CertificateDialog::addFact(QGridLayout &grid, const QString &label, const QString &name, const QString &value,
                                bool mono)
{
    const int row = grid.rowCount();
    QLabel *words = makeLabel(label, LabelKind::Muted, this);
    const QString shown = value.isEmpty() ? tr("none") : withVisibleControls(value);
    QLabel *content = makeParagraph({}, mono ? LabelKind::Mono : LabelKind::Body, this);
    content->setText(withBreaks(shown)); // a paragraph would show the breaks
    content->setObjectName(name);
    content->setAccessibleName(u"%1: %2"_s.arg(label, shown));
    content->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    grid.addWidget(words, row, 0, Qt::AlignTop);
    grid.addWidget(content, row, 1);
}

QWidget *CertificateDialog::buildButtons()
{
    auto *row = new QWidget(this);
    QPushButton *trust = makeButton(tr("Trust for this host and port"), ButtonKind::Danger, row);
    trust->setObjectName(u"trustCertificate"_s);
    trust->setAutoDefault(false);
    QPushButton *leave = makeButton(tr("Do not trust it"), ButtonKind::Normal, row);
    leave->setObjectName(u"leaveCertificate"_s);
    leave->setDefault(true);
    leave->setFocus();
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addStretch(1);
    layout->addWidget(trust);
    layout->addWidget(leave);
    connect(trust, &QPushButton::clicked, this, &QDialog::accept);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

} // namespace acx
