// Written by .ci/tables/tex-symbols.py; edit that or tex-symbols.txt.

/// Which letters have a character of their own together with a combining mark (UAX #15).
enum CompositionTable {
  /// Letter and composed character in turn, for one combining mark.
  static func pairs(for mark: UInt32) -> String {
    switch mark {
    case 0x301: "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώ"
    case 0x300: "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳΑᾺΕῈΗῊΙῚΟῸΥῪΩῺαὰεὲηὴιὶοὸυὺωὼ"
    case 0x302: "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"
    case 0x303: "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ"
    case 0x304: "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳΑᾹΙῙΥῩαᾱιῑυῡ"
    case 0x306: "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭΑᾸΙῘΥῨαᾰιῐυῠ"
    case 0x307: "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"
    case 0x308: "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿΙΪΥΫιϊυϋ"
    case 0x30A: "AÅUŮaåuůwẘyẙ"
    case 0x30B: "OŐUŰoőuű"
    case 0x30C: "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"
    case 0x327: "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"
    case 0x328: "AĄEĘIĮOǪUŲaąeęiįoǫuų"
    default: ""
    }
  }
}
