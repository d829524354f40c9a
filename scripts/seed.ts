import { seedDemo } from "../prisma/seed";

await seedDemo();
process.exit(0);
