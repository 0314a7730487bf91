import sharp from "sharp";
const [out,...fs]=process.argv.slice(2); const H=900; let x=0; const parts=[];
for(const f of fs){ const m=await sharp(f).metadata(); const h=Math.min(m.height,Math.round(m.width*2.6)); const b=await sharp(f).extract({left:0,top:0,width:m.width,height:h}).resize({height:H}).toBuffer(); const w=(await sharp(b).metadata()).width; parts.push({input:b,left:x,top:0}); x+=w+10; }
await sharp({create:{width:x,height:H,channels:3,background:"#c3c"}}).composite(parts).png().toFile(out);
