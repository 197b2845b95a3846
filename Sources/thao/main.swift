import Commands

await Thao.main()
