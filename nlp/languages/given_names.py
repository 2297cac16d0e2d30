"""Common given names of the English-speaking world, and of those whom its news is about: they tell he from she."""

from nlp.languages.model import listed

MEN = listed("""
    aaron abdul abdullah abraham adam adrian ahmed aidan alan albert alejandro alexander alfred ali allan allen alvin
    amir anders andre andreas andrew andy angus ansel anthony antonio archie arjun arnold arthur asif austin barack
    barry ben benjamin bernard bernie bertrand bill billy björn bob bobby boris brad bradley brandon brendan brent
    brett brian bruce bruno bryan calvin cameron carl carlos cedric cesar chad charles charlie chris christian
    christopher claude clifford clinton colin connor conor craig curtis dale damian dan daniel darren daryl dave david
    dean dennis derek desmond diego dimitri dmitri dominic don donald doug douglas duncan dustin dwayne dylan earl ed
    eddie edgar eduardo edward edwin eli elias elijah elliot emil emmanuel enrique eric erik ernest ethan eugene evan
    felix fergus fernando finn floyd francis francisco francois frank franklin fred frederick gabriel gareth gary gavin
    geoff geoffrey george gerald gerard giles giovanni glen glenn gordon graham grant greg gregory guillermo gustav guy
    hamish hans harold harry harvey hassan hector henri henrik henry herbert herman howard hugh hugo hussein ian ibrahim
    igor imran isaac ismail ivan jack jackson jacob jacques jaime jake jakob james jamie jan jared jason javier jay jean
    jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joe joel joey johan johannes john johnny jon jonas jonathan
    jordan jorge jose josef joseph josh joshua juan julian julio justin karim karl keith ken kenneth kevin khalid kurt
    kyle lance larry lars laurence lawrence lee leo leon leonard leroy lewis liam logan louis luca lucas luis luke
    lyle magnus mahmoud malcolm manuel marc marco marcus mario mark markus martin marvin mathew mats matt matthew
    maurice max maxim michael miguel mike miles mitch mitchell mohamed mohammad mohammed morris moses muhammad murray
    nathan nathaniel neil nelson niall nicholas nick nicolas nigel nikolai noah noel norman oleg oliver olivier omar
    oscar otto owen pablo patrick paul pavel pedro pete peter phil philip philippe phillip pierre rafael rajesh ralph
    ramon randall randy rashid raul ravi ray raymond reginald rene ricardo richard rick ricky rob robert roberto robin
    rodney rodrigo roger roland ron ronald rory ross roy rupert russell ryan salman sam samuel sanjay santiago scott
    sean sebastian sergei sergio seth shane shaun simon spencer stanley stefan stephen steve steven stuart sven ted
    terence terrence terry theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler vernon victor
    vijay vikram vincent vladimir wallace walter warren wayne wesley wilfred will william willie winston xavier yusuf
    yves zachary
""")

WOMEN = listed("""
    abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amber amelia amina
    amy ana andrea angela angelica angie anita ann anna anne annette annie antonia april ashley astrid audrey ava
    barbara beatrice becky bella bernadette beth bethany betty beverly bianca birgit bonnie brenda bridget brigitte
    brittany camila camille candice carla carly carmen carol carole carolina caroline carolyn catherine cathy cecilia
    celia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen constance courtney
    crystal cynthia daisy dana daniela danielle daphne dawn debbie deborah debra deirdre delia denise diana diane donna
    dora doris dorothy edith eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa emily emma erica erin
    esther eva evelyn faith fatima fiona florence frances gabriela gail gemma georgia gertrude gillian gina ginny gloria
    grace greta gwen hannah harriet heather heidi helen helena helga hilary hillary hope ida imogen ines ingrid irene
    iris irina isabel isabella isla ivanka jacqueline jane janet janice jasmine jeanette jeanne jenna jennifer jenny
    jessica jill jo joan joanna joanne jodie josephine joyce juanita judith judy julia juliana julie juliet june karen
    karin kate katherine kathleen kathryn kathy katie kayla keisha kelly kerry kim kirsten kristen kristin kristina
    laila lara larisa latoya laura lauren layla leah leila lena leslie leticia lily linda lindsay lisa liz loretta
    lorraine louise lucia lucy lydia lynn mabel madeleine madison maggie malala mandy margaret margarita maria mariam
    marian marianne marie marilyn marina marion marissa marjorie martha mary matilda maureen maxine megan meghan melania
    melanie melinda melissa mercedes michelle mildred miranda miriam molly monica nadia nancy naomi natalia natalie
    natasha nicole nina nora norah olga olivia paige pamela patricia paula pauline peggy penelope penny petra phyllis
    pippa polly priscilla priya rachel rebecca renee rhonda rita roberta rosa rosalind rose rosemary rosie roxanne ruth
    sabrina sadie sally samantha sandra sara sarah savannah selina shannon sharon sheila shelley sherry shirley silvia
    simone siobhan sofia sonia sophia sophie stacey stella stephanie sue susan susanna susie suzanne svetlana sylvia
    tabitha tamara tammy tanya tara tatiana teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera
    veronica vicky victoria viola violet virginia vivian vivien wanda wendy whitney yasmin yolanda yvette yvonne zara
    zoe
""")
