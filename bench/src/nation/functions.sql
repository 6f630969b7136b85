-- Chance that is the same in every run: a number from 0 to below 1 for row n, another for every purpose.
create schema bench;
create function bench.chance(n bigint, purpose int) returns float8 language sql immutable parallel safe
  return (hashint8extended(n, purpose) & 9007199254740991)::float8 / 9007199254740992;
-- Ids that rise with n, as the platform's do with time.
create function bench.id(kind int, n bigint) returns uuid language sql immutable parallel safe
  return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
-- Courts of natural sizes: of 10,000,000 cases the largest has about 170,000, the one in the middle 1,900. Court 1 is the largest.
create function bench.court(chance float8, courts int) returns int language sql immutable parallel safe
  return floor(power(chance * (power(courts + 1, 0.35) - 1) + 1, 1 / 0.35))::int;
create function bench.pick(choices text[], chance float8) returns text language sql immutable parallel safe
  return choices[1 + floor(chance * cardinality(choices))::int];

-- Frequent surnames are far more frequent than others; of given names a fifth have one character.
create function bench.person_name(n bigint, purpose int) returns text language plpgsql immutable parallel safe as $$
declare
  surnames constant text[] := '{王,李,张,刘,陈,杨,黄,赵,吴,周,徐,孙,马,朱,胡,郭,何,林,罗,高,郑,梁,谢,宋,唐,许,韩,邓,冯,曹,彭,曾,肖,田,董,袁,潘,于,蒋,蔡,余,杜,叶,程,苏,魏,吕,丁,任,沈,姚,卢,姜,崔,钟,谭,陆,汪,范,金,石,廖,贾,夏,韦,付,方,白,邹,孟,熊,秦,邱,江,尹,薛,闫,段,雷,侯,龙,史,陶,黎,贺,顾,毛,郝,龚,邵,万,钱,严,覃,武,戴,莫,孔,向,汤,欧阳,司马,上官,诸葛}';
  first constant text[] := '{伟,芳,娜,敏,静,丽,强,磊,军,洋,勇,艳,杰,娟,涛,明,超,秀,霞,平,刚,桂,英,华,玉,兰,红,梅,建,国,志,文,海,波,宁,晓,燕,辉,鹏,飞,浩,宇,轩,子,涵,梓,欣,怡,雨,佳,琪,思,远,博,俊,豪,天,佑,春,生,德,福,永,康,振,东,立,新,成,龙,凤,云,雪,琴,淑,珍,莲,荣,安,信,义,礼,仁,智,峰,斌,凯,旭,晨,阳,光,亮,林,森,泽,瑞,嘉,诚,若,曦}';
  second constant text[] := '{伟,芳,娜,敏,静,丽,强,磊,军,洋,勇,艳,杰,娟,涛,明,超,英,华,兰,红,梅,国,文,海,波,宁,燕,辉,鹏,飞,浩,宇,轩,涵,欣,怡,雨,佳,琪,远,博,豪,佑,生,福,康,东,新,成,龙,凤,云,雪,琴,珍,莲,荣,安,义,仁,峰,斌,凯,旭,晨,阳,亮,林,森,泽,瑞,嘉,诚,曦}';
  surname text := surnames[1 + floor(power(bench.chance(n, purpose), 2.2) * cardinality(surnames))::int];
  given text := first[1 + floor(bench.chance(n, purpose + 1) * cardinality(first))::int];
begin
  if bench.chance(n, purpose + 2) < 0.2 then return surname || given; end if;
  return surname || given || second[1 + floor(bench.chance(n, purpose + 3) * cardinality(second))::int];
end
$$;

-- One party in seven is an enterprise.
create function bench.party_name(n bigint, purpose int) returns text language plpgsql immutable parallel safe as $$
declare
  places constant text[] := '{宁波,杭州,武汉,上海,北京,广州,成都,西安,南京,苏州,青岛,大连,厦门,长沙,郑州}';
  firms constant text[] := '{宏达,瑞丰,华泰,金诚,安信,恒通,天成,盛世,百川,同创,新源,永兴,顺达,佳和,中联}';
  trades constant text[] := '{商贸,建设,物业服务,网络科技,融资租赁,装饰工程,物流}';
begin
  if bench.chance(n, purpose + 4) >= 0.15 then return bench.person_name(n, purpose); end if;
  return bench.pick(places, bench.chance(n, purpose + 5)) || bench.pick(firms, bench.chance(n, purpose + 6))
    || bench.pick(trades, bench.chance(n, purpose + 7)) || '有限公司';
end
$$;
