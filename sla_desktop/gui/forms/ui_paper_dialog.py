# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paper_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QCheckBox, QDialog, QHBoxLayout,
    QLabel, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_PaperDialog(object):
    def setupUi(self, PaperDialog):
        if not PaperDialog.objectName():
            PaperDialog.setObjectName(u"PaperDialog")
        PaperDialog.resize(640, 560)
        self.layout_4 = QVBoxLayout(PaperDialog)
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(PaperDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(PaperDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_4.addLayout(self.layout_1)

        self.work_box = WorkBox(PaperDialog)
        self.work_box.setObjectName(u"work_box")

        self.layout_4.addWidget(self.work_box)

        self.banner = Banner(PaperDialog)
        self.banner.setObjectName(u"banner")

        self.layout_4.addWidget(self.banner)

        self.sheet_label = QLabel(PaperDialog)
        self.sheet_label.setObjectName(u"sheet_label")
        self.sheet_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.sheet_label)

        self.sheet_edit = QPlainTextEdit(PaperDialog)
        self.sheet_edit.setObjectName(u"sheet_edit")
        self.sheet_edit.setTabChangesFocus(True)

        self.layout_4.addWidget(self.sheet_edit)

        self.told_label = QLabel(PaperDialog)
        self.told_label.setObjectName(u"told_label")
        self.told_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.told_label)

        self.told_view = QPlainTextEdit(PaperDialog)
        self.told_view.setObjectName(u"told_view")
        self.told_view.setTabChangesFocus(True)
        self.told_view.setReadOnly(True)

        self.layout_4.addWidget(self.told_view)

        self.add_check = QCheckBox(PaperDialog)
        self.add_check.setObjectName(u"add_check")

        self.layout_4.addWidget(self.add_check)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.spacer_5 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.spacer_5)

        self.close_button = QPushButton(PaperDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.layout_3.addWidget(self.close_button)

        self.enter_button = QPushButton(PaperDialog)
        self.enter_button.setObjectName(u"enter_button")
        self.enter_button.setProperty(u"icon_name", u"check")
        self.enter_button.setProperty(u"look", u"primary")

        self.layout_3.addWidget(self.enter_button)


        self.layout_4.addLayout(self.layout_3)

        self.layout_4.setStretch(4, 1)
        self.layout_4.setStretch(6, 1)
#if QT_CONFIG(shortcut)
        self.sheet_label.setBuddy(self.sheet_edit)
        self.told_label.setBuddy(self.told_view)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PaperDialog)

        self.enter_button.setDefault(True)


        QMetaObject.connectSlotsByName(PaperDialog)
    # setupUi

    def retranslateUi(self, PaperDialog):
        PaperDialog.setWindowTitle(QCoreApplication.translate("PaperDialog", u"Type in a paper sheet", None))
        self.heading_label.setText(QCoreApplication.translate("PaperDialog", u"A paper sign-in sheet", None))
        self.hint_label.setText(QCoreApplication.translate("PaperDialog", u"A line for each person: the time, the name, and if you like the organisation. The times on the paper count.", None))
        self.sheet_label.setText(QCoreApplication.translate("PaperDialog", u"Li&nes", None))
        self.sheet_edit.setPlaceholderText(QCoreApplication.translate("PaperDialog", u"09:12 Si\u00e2n N\u00ed Bhriain, Oxleas\n"
"09:15-15:30 Bob Ray", None))
        self.told_label.setText(QCoreApplication.translate("PaperDialog", u"Please &look at", None))
        self.add_check.setText(QCoreApplication.translate("PaperDialog", u"&Register whoever is not on the list", None))
        self.close_button.setText(QCoreApplication.translate("PaperDialog", u"&Close", None))
        self.enter_button.setText(QCoreApplication.translate("PaperDialog", u"Put into the r&ecord", None))
    # retranslateUi

