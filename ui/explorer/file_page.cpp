// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/file_page.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/image_view.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

FilePage::FilePage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeLabel({}, LabelKind::Heading, this))
    , m_text(makeParagraph({}, LabelKind::Muted, this))
    , m_save(makeButton(tr("Save…"), ButtonKind::Normal, this))
    , m_picture(new ImageView(this))
{
    setObjectName(u"answerFile"_s);
    setAccessibleName(tr("What the answer is"));
    m_title->setObjectName(u"fileTitle"_s);
    m_text->setObjectName(u"fileText"_s);
    m_save->setObjectName(u"fileSave"_s);
    m_save->setAccessibleName(tr("Save the body to a file"));
    m_picture->setObjectName(u"filePicture"_s);
    m_picture->setAccessibleName(tr("The picture"));
    m_save->setIcon(theme.icon(u"save"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_save, 0, Qt::AlignLeft);
    layout->addWidget(m_picture, 1);
    connect(m_save, &QPushButton::clicked, this, &FilePage::saveWanted);
}

void FilePage::clear()
{
    ++m_shown;
    m_picture->setImage({});
    m_title->clear();
    m_text->clear();
    m_save->hide();
}

void FilePage::setBody(const ResponseBody &body, BodyKind kind)
{
    clear();
    m_save->setVisible(!body.isEmpty());
    const QString size = sizeText(body.size());
    switch (kind) {
    case BodyKind::Empty:
        m_title->setText(tr("No body"));
        m_text->setText(tr("The answer has no body."));
        break;
    case BodyKind::Image:
        m_title->setText(tr("Picture, %1").arg(size));
        showPicture(body);
        break;
    case BodyKind::Pdf:
        m_title->setText(tr("PDF document, %1").arg(size));
        m_text->setText(tr("Save it to read it."));
        break;
    case BodyKind::Zip:
        m_title->setText(tr("Zip archive, %1").arg(size));
        m_text->setText(tr("Save it to unpack it."));
        break;
    default:
        m_title->setText(tr("Bytes, %1").arg(size));
        m_text->setText(tr("Not text. Save them, or look at them as numbers under Hex."));
        break;
    }
}

void FilePage::showPicture(const ResponseBody &body)
{
    m_text->setText(tr("Reading the picture …"));
    deliver(inBackground<ReadImage>([body] { return readImage(body); }), this,
            [this, shown = m_shown, size = sizeText(body.size())](const Result<ReadImage> &read) {
                if (shown != m_shown)
                    return;
                if (!read) {
                    m_text->setText(read.error().message());
                    return;
                }
                m_title->setText(tr("Picture (%1), %2").arg(QString::fromLatin1(read->format).toUpper(), size));
                m_text->setText(tr("%1 × %2 pixels").arg(read->size.width()).arg(read->size.height()));
                m_picture->setImage(read->image);
            });
}

} // namespace acx
