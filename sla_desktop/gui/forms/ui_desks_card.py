# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'desks_card.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QVBoxLayout,
    QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_DesksCard(object):
    def setupUi(self, DesksCard):
        if not DesksCard.objectName():
            DesksCard.setObjectName(u"DesksCard")
        DesksCard.resize(860, 320)
        DesksCard.setProperty(u"look", u"card")
        self.layout_9 = QVBoxLayout(DesksCard)
        self.layout_9.setSpacing(14)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(18, 18, 18, 18)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(DesksCard)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"heading")

        self.layout_1.addWidget(self.heading_label)

        self.status_label = QLabel(DesksCard)
        self.status_label.setObjectName(u"status_label")
        self.status_label.setWordWrap(True)
        self.status_label.setTextFormat(Qt.TextFormat.PlainText)
        self.status_label.setProperty(u"look", u"muted")
        self.status_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout_1.addWidget(self.status_label)


        self.layout_2.addLayout(self.layout_1)

        self.door_button = QPushButton(DesksCard)
        self.door_button.setObjectName(u"door_button")
        self.door_button.setProperty(u"icon_name", u"device-laptop")

        self.layout_2.addWidget(self.door_button)

        self.layout_2.setStretch(0, 1)

        self.layout_9.addLayout(self.layout_2)

        self.banner = Banner(DesksCard)
        self.banner.setObjectName(u"banner")

        self.layout_9.addWidget(self.banner)

        self.desks_box = QWidget(DesksCard)
        self.desks_box.setObjectName(u"desks_box")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.desks_box.sizePolicy().hasHeightForWidth())
        self.desks_box.setSizePolicy(sizePolicy)
        self.desks_layout = QVBoxLayout(self.desks_box)
        self.desks_layout.setSpacing(6)
        self.desks_layout.setObjectName(u"desks_layout")
        self.desks_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_9.addWidget(self.desks_box)

        self.code_box = QWidget(DesksCard)
        self.code_box.setObjectName(u"code_box")
        self.layout_4 = QHBoxLayout(self.code_box)
        self.layout_4.setSpacing(12)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.code_button = QPushButton(self.code_box)
        self.code_button.setObjectName(u"code_button")
        self.code_button.setProperty(u"icon_name", u"lock")

        self.layout_4.addWidget(self.code_button)

        self.code_label = QLabel(self.code_box)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setTextFormat(Qt.TextFormat.PlainText)
        self.code_label.setProperty(u"look", u"title")
        self.code_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout_4.addWidget(self.code_label)

        self.code_words = QLabel(self.code_box)
        self.code_words.setObjectName(u"code_words")
        self.code_words.setWordWrap(True)
        self.code_words.setProperty(u"look", u"muted")

        self.layout_4.addWidget(self.code_words)

        self.layout_4.setStretch(2, 1)

        self.layout_9.addWidget(self.code_box)

        self.layout_8 = QHBoxLayout()
        self.layout_8.setSpacing(10)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(4)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.address_label = QLabel(DesksCard)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.address_label)

        self.address_edit = QLineEdit(DesksCard)
        self.address_edit.setObjectName(u"address_edit")

        self.layout_5.addWidget(self.address_edit)


        self.layout_8.addLayout(self.layout_5)

        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(4)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.typed_label = QLabel(DesksCard)
        self.typed_label.setObjectName(u"typed_label")
        self.typed_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.typed_label)

        self.typed_edit = QLineEdit(DesksCard)
        self.typed_edit.setObjectName(u"typed_edit")

        self.layout_6.addWidget(self.typed_edit)


        self.layout_8.addLayout(self.layout_6)

        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(4)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.pair_spacer = QLabel(DesksCard)
        self.pair_spacer.setObjectName(u"pair_spacer")

        self.layout_7.addWidget(self.pair_spacer)

        self.pair_button = QPushButton(DesksCard)
        self.pair_button.setObjectName(u"pair_button")
        self.pair_button.setProperty(u"icon_name", u"switch-horizontal")

        self.layout_7.addWidget(self.pair_button)


        self.layout_8.addLayout(self.layout_7)

        self.layout_8.setStretch(0, 3)
        self.layout_8.setStretch(1, 2)

        self.layout_9.addLayout(self.layout_8)

        self.work_box = WorkBox(DesksCard)
        self.work_box.setObjectName(u"work_box")

        self.layout_9.addWidget(self.work_box)

#if QT_CONFIG(shortcut)
        self.address_label.setBuddy(self.address_edit)
        self.typed_label.setBuddy(self.typed_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DesksCard)

        QMetaObject.connectSlotsByName(DesksCard)
    # setupUi

    def retranslateUi(self, DesksCard):
        self.heading_label.setText(QCoreApplication.translate("DesksCard", u"Desks in this room", None))
        self.status_label.setText("")
        self.door_button.setText(QCoreApplication.translate("DesksCard", u"&Open the door", None))
        self.code_button.setText(QCoreApplication.translate("DesksCard", u"Show a pairing &code", None))
        self.code_label.setText("")
#if QT_CONFIG(accessibility)
        self.code_label.setAccessibleName(QCoreApplication.translate("DesksCard", u"Pairing code", None))
#endif // QT_CONFIG(accessibility)
        self.code_words.setText(QCoreApplication.translate("DesksCard", u"Type it on the other laptop, with this one's address, to pair the two.", None))
        self.address_label.setText(QCoreApplication.translate("DesksCard", u"&Address of the other laptop", None))
        self.address_edit.setPlaceholderText(QCoreApplication.translate("DesksCard", u"desk://192.168.1.5:7520", None))
        self.typed_label.setText(QCoreApplication.translate("DesksCard", u"Code show&n there", None))
        self.typed_edit.setPlaceholderText(QCoreApplication.translate("DesksCard", u"K7QM-2XRT", None))
        self.pair_spacer.setText("")
        self.pair_button.setText(QCoreApplication.translate("DesksCard", u"Pai&r", None))
        pass
    # retranslateUi

