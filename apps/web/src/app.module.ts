import { DaybookModule, type Daybook } from '@daybook/runtime';
import { Module, type DynamicModule } from '@nestjs/common';
import { WEB_CONFIG, type WebConfig } from './config';
import { HealthController } from './health/health.controller';
import { logging } from './logging';

/** The web app on one opened Daybook. */
@Module({})
export class AppModule {
  static of(daybook: Daybook, config: WebConfig): DynamicModule {
    const settings = { provide: WEB_CONFIG, useValue: config };
    return {
      module: AppModule,
      global: true,
      imports: [DaybookModule.of(daybook), ...logging(config)],
      controllers: [HealthController],
      providers: [settings],
      exports: [settings],
    };
  }
}
